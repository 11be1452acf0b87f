package uk.jointdesk.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Refuses addresses with a NUL character, which PostgreSQL takes in no text: {@code %00} names nothing and finds nothing. */
@Provider
public class NoNul implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo asked = request.getUriInfo();
        holder(asked.getQueryParameters()).ifPresent(name -> refuse("query:" + name.replace("\0", "")));
        holder(asked.getPathParameters()).ifPresent(name -> refuse("path:" + name));
    }

    private static Optional<String> holder(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry ->
                        holdsNul(entry.getKey()) || entry.getValue().stream().anyMatch(NoNul::holdsNul))
                .map(entry -> entry.getKey())
                .findFirst();
    }

    private static boolean holdsNul(String text) {
        return text != null && text.indexOf('\0') >= 0;
    }

    private static void refuse(String pointer) {
        throw Refusal.malformed(
                "parameter-invalid",
                "A parameter holds a NUL character.",
                new FieldError(pointer, "holds a NUL character"));
    }
}
