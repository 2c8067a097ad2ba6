/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.run.RunDescriptor;
import io.migrations.boot.actuate.run.RunRefusedException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} that says what is wrong with a request, and gives each answer of a write its status: 202 for what runs now,
 * 200 for what was only planned or where there is nothing to do, 409 where somebody else is at it, 422 where it is
 * refused, 503 where the database cannot be asked.
 */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsEndpointWebExtension {

    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final MigrationsEndpoint endpoint;

    MigrationsEndpointWebExtension(MigrationsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** As {@link MigrationsEndpoint#run}. */
    @WriteOperation
    public WebEndpointResponse<Object> run(@Selector String action) {
        return response(() -> endpoint.run(action));
    }

    /** As {@link MigrationsEndpoint#runTo}. */
    @WriteOperation
    public WebEndpointResponse<Object> runTo(@Selector String action, @Selector String target) {
        return response(() -> endpoint.runTo(action, target));
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
        return response(() -> endpoint.submit(action, target, migrator, dryRun, confirm, purge, as, securityContext));
    }

    /** As {@link MigrationsEndpoint#revision}. */
    @ReadOperation
    public WebEndpointResponse<Object> revision(@Selector String revision, @Nullable Boolean rebuild) {
        return found(() -> endpoint.revision(revision, rebuild));
    }

    /** As {@link MigrationsEndpoint#view}. */
    @ReadOperation
    public WebEndpointResponse<Object> view(
            @Selector String revision, @Selector String view, SecurityContext securityContext) {
        return found(() -> endpoint.view(revision, view, securityContext));
    }

    private static WebEndpointResponse<Object> found(Supplier<@Nullable Object> reading) {
        try {
            Object found = reading.get();
            return found == null
                    ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND)
                    : new WebEndpointResponse<>(found);
        } catch (InvalidEndpointRequestException exception) {
            return invalid(exception);
        }
    }

    /** Boot itself would not say why. */
    private static WebEndpointResponse<Object> invalid(InvalidEndpointRequestException exception) {
        return new WebEndpointResponse<>(
                Map.of("problem", String.valueOf(exception.getReason())), WebEndpointResponse.STATUS_BAD_REQUEST);
    }

    private static WebEndpointResponse<Object> response(Supplier<RunDescriptor> work) {
        try {
            RunDescriptor run = work.get();
            return new WebEndpointResponse<>(run, run.id() == null ? WebEndpointResponse.STATUS_OK : ACCEPTED);
        } catch (InvalidEndpointRequestException exception) {
            return invalid(exception);
        } catch (RunRefusedException exception) {
            return new WebEndpointResponse<>(
                    exception.descriptor(),
                    switch (exception.reason()) {
                        case LOCKED -> CONFLICT;
                        case REFUSED -> UNPROCESSABLE;
                        case UNAVAILABLE -> WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE;
                    });
        }
    }
}
