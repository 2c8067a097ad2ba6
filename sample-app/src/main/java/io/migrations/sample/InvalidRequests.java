/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Names the fields that a request got wrong in its problem details. */
@RestControllerAdvice
class InvalidRequests extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> errors = new TreeMap<>();
        exception
                .getFieldErrors()
                .forEach(error -> errors.put(error.getField(), String.valueOf(error.getDefaultMessage())));
        exception.getBody().setProperty("errors", errors);
        return super.handleMethodArgumentNotValid(exception, headers, status, request);
    }
}
