/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import java.security.Principal;
import java.util.Optional;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who has sent the request of this thread, for operations that Boot does not tell: those without a body. */
final class ServletPrincipal {

    private static final boolean IS_SERVLET = Presence.ofServlets();

    private ServletPrincipal() {}

    static Optional<String> name() {
        return IS_SERVLET ? Bound.name() : Optional.empty();
    }

    private static final class Presence {

        private static boolean ofServlets() {
            ClassLoader loader = ServletPrincipal.class.getClassLoader();
            return ClassUtils.isPresent("jakarta.servlet.http.HttpServletRequest", loader)
                    && ClassUtils.isPresent("org.springframework.web.context.request.ServletRequestAttributes", loader);
        }
    }

    private static final class Bound {

        private static Optional<String> name() {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                    ? Optional.ofNullable(attributes.getRequest().getUserPrincipal())
                            .map(Principal::getName)
                    : Optional.empty();
        }
    }
}
