package uk.jointdesk.finance.intake.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.jointdesk.finance.intake.domain.Field;

/**
 * What the columns are called, for each field the names it has had. Spaces around a name and its case do not matter.
 *
 * @param lineId absent where lines have none: they are then known by what they say and how often
 * @param date absent where the whole extract is of one day, given when it is sent
 * @param orderReference of the purchase order that a line is an invoice of
 * @param payeeType says of which kind a payee is, and by the profile's naturalPersons who is a natural person
 * @param description all columns of these names are taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ImportColumns")
public record ColumnNames(
        @Size(min = 1, max = 20) List<@NotBlank String> lineId,
        @Size(min = 1, max = 20) List<@NotBlank String> date,
        @Size(min = 1, max = 20) List<@NotBlank String> net,
        @Size(min = 1, max = 20) List<@NotBlank String> vat,
        @Size(min = 1, max = 20) List<@NotBlank String> gross,
        @Size(min = 1, max = 20) List<@NotBlank String> supplier,
        @Size(min = 1, max = 20) List<@NotBlank String> costCentre,
        @Size(min = 1, max = 20) List<@NotBlank String> expense,
        @Size(min = 1, max = 20) List<@NotBlank String> orderReference,
        @Size(min = 1, max = 20) List<@NotBlank String> payeeType,
        @Size(min = 1, max = 20) List<@NotBlank String> description) {

    Map<Field, List<String>> byField() {
        Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        columns.put(Field.LINE_ID, lineId);
        columns.put(Field.DATE, date);
        columns.put(Field.NET, net);
        columns.put(Field.VAT, vat);
        columns.put(Field.GROSS, gross);
        columns.put(Field.SUPPLIER, supplier);
        columns.put(Field.COST_CENTRE, costCentre);
        columns.put(Field.EXPENSE, expense);
        columns.put(Field.ORDER_REFERENCE, orderReference);
        columns.put(Field.PAYEE_TYPE, payeeType);
        columns.put(Field.DESCRIPTION, description);
        columns.values().removeIf(names -> names == null);
        return columns;
    }
}
