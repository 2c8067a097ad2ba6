/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A plain request over a real connection. */
final class Http {

    private Http() {}

    static HttpResponse<String> get(String port, String path) {
        return send(request(port, path, null));
    }

    /** Without a body. */
    static HttpResponse<String> post(String port, String path, @Nullable String user) {
        return send(request(port, path, user).POST(BodyPublishers.noBody()));
    }

    static HttpResponse<String> postJson(String port, String path, @Nullable String user, String json) {
        return send(request(port, path, user)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder request(String port, String path, @Nullable String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (user != null) {
            String credentials = Base64.getEncoder().encodeToString((user + ":pw").getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException exception) {
            throw new IllegalStateException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }
}
