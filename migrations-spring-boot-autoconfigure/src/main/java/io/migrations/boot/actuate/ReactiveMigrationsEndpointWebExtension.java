/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import java.security.Principal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for a reactive application with Spring Security, where who has sent
 * a request is known to the request's flow only. It answers as {@link MigrationsEndpointWebExtension} does.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class ReactiveMigrationsEndpointWebExtension {

    private final MigrationsEndpointWebExtension blocking;

    ReactiveMigrationsEndpointWebExtension(MigrationsEndpointWebExtension blocking) {
        this.blocking = blocking;
    }

    /** As {@link MigrationsEndpoint#run}. */
    @WriteOperation
    public Mono<WebEndpointResponse<Object>> run(@Selector String action) {
        return asCaller(caller -> blocking.submit(action, null, null, false, null, null, null, caller));
    }

    /** As {@link MigrationsEndpoint#runTo}. */
    @WriteOperation
    public Mono<WebEndpointResponse<Object>> runTo(@Selector String action, @Selector String target) {
        return asCaller(caller -> blocking.submit(action, List.of(target), null, false, null, null, null, caller));
    }

    /** As {@link MigrationsEndpoint#submit}. */
    @WriteOperation
    public WebEndpointResponse<Object> submit(
            String action,
            @Nullable List<String> target,
            @Nullable String migrator,
            boolean dryRun,
            @Nullable Boolean confirm,
            @Nullable Boolean purge,
            @Nullable String as,
            SecurityContext securityContext) {
        return blocking.submit(action, target, migrator, dryRun, confirm, purge, as, securityContext);
    }

    /** As {@link MigrationsEndpoint#revision}. */
    @ReadOperation
    public WebEndpointResponse<Object> revision(@Selector String revision, @Nullable Boolean rebuild) {
        return blocking.revision(revision, rebuild);
    }

    /** As {@link MigrationsEndpoint#view}. */
    @ReadOperation
    public WebEndpointResponse<Object> view(
            @Selector String revision, @Selector String view, SecurityContext securityContext) {
        return blocking.view(revision, view, securityContext);
    }

    private static Mono<WebEndpointResponse<Object>> asCaller(
            Function<SecurityContext, WebEndpointResponse<Object>> work) {
        return ReactiveSecurityContextHolder.getContext()
                .<SecurityContext>mapNotNull(
                        context -> context.getAuthentication() == null ? null : new Caller(context.getAuthentication()))
                .defaultIfEmpty(SecurityContext.NONE)
                .publishOn(Schedulers.boundedElastic())
                .map(work);
    }

    private record Caller(Principal principal) implements SecurityContext {

        @Override
        public Principal getPrincipal() {
            return principal;
        }

        /** Not asked for by a write. */
        @Override
        public boolean isUserInRole(String role) {
            return false;
        }
    }
}
