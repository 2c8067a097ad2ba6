/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import java.security.Principal;
import java.util.Optional;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who has sent the request of this thread, for operations that Boot does not tell: those without a body. */
final class ServletPrincipal {

    private static final boolean IS_SERVLET = isPresent("jakarta.servlet.http.HttpServletRequest")
            && isPresent("org.springframework.web.context.request.ServletRequestAttributes");

    private ServletPrincipal() {}

    static Optional<String> name() {
        return IS_SERVLET ? Bound.name() : Optional.empty();
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, ServletPrincipal.class.getClassLoader());
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
