package uk.jointdesk.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/**
 * Refuses JSON that says it is packed, since nobody here unpacks it: one reader would see the JSON and the next what is
 * packed in it. Files are looked at, whatever they say they are.
 */
@Provider
public class PlainJson implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.strip().equalsIgnoreCase("identity") && isJson(request.getMediaType())) {
            throw new Refusal(
                    415,
                    "content-encoding-unsupported",
                    "JSON is sent as it is here, and not packed.",
                    FieldError.header(HttpHeaders.CONTENT_ENCODING, "is identity, or not there"));
        }
    }

    /** Lines of JSON are a file. */
    private static boolean isJson(MediaType type) {
        String kind = type == null ? "" : type.getSubtype().toLowerCase(Locale.ROOT);
        return kind.equals("json") || kind.endsWith("+json");
    }
}
