package uk.jointdesk.gateway.problem;

/**
 * What is wrong with one field of a request, in the shape the services use.
 *
 * @param pointer JSON pointer into the body ({@code /source/reference}), or {@code query:from} and
 *     {@code header:If-Match} for what stands outside it
 * @param message what was expected
 */
public record FieldError(String pointer, String message) {}
