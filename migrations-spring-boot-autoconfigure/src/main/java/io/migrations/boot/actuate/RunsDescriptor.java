/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.run.RunDescriptor;
import java.util.List;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** The runs that this application was asked for since it started, the latest first. */
public record RunsDescriptor(List<RunDescriptor> runs) implements OperationResponseBody {

    public RunsDescriptor {
        runs = List.copyOf(runs);
    }
}
