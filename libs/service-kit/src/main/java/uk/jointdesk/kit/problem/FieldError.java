package uk.jointdesk.kit.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON pointer into the body ({@code /target/serviceMinutes}), or {@code query:from} and
 *     {@code header:If-Match} for what stands outside it
 * @param message what was expected, in words for the caller
 */
public record FieldError(String pointer, String message) {

    public static FieldError query(String parameter, String message) {
        return new FieldError("query:" + parameter, message);
    }

    public static FieldError header(String header, String message) {
        return new FieldError("header:" + header, message);
    }
}
