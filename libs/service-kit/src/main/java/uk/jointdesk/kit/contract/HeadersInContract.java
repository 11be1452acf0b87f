package uk.jointdesk.kit.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** A header of an answer is text, unless its operation says otherwise; OpenAPI wants it said of each. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class HeadersInContract implements OASFilter {

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getHeaders() != null) {
            response.getHeaders().values().stream()
                    .filter(header -> header.getRef() == null && header.getSchema() == null)
                    .forEach(HeadersInContract::becomeText);
        }
        return response;
    }

    private static void becomeText(Header header) {
        header.setSchema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
