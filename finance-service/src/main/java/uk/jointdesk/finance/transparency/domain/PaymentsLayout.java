package uk.jointdesk.finance.transparency.domain;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * The layout that councils publish payments over 500 pounds in: the Local Government Association's schema "Expenditure
 * exceeding £500" (schemas.opendata.esd.org.uk/Spend) with its guidance of June 2015 on publishing spending data, under
 * the Local Government Transparency Code 2015. Two columns of our own follow, since auditors ask for them.
 *
 * @param organisation name of the body that pays
 * @param organisationUri its address in the register of public bodies
 * @param unit the part of it that pays
 */
public record PaymentsLayout(String organisation, String organisationUri, String unit) {
    public static final List<String> HEADER = List.of(
            "OrganisationLabel",
            "OrganisationURI",
            "OrganisationalUnit",
            "ServiceCategoryLabel",
            "BeneficiaryName",
            "PaymentDate",
            "TransactionNumber",
            "Amount",
            "IrrecoverableVATAmount",
            "Purpose",
            "CategoryInternalName",
            "ExpenseCode",
            "CostCentre");

    /** The guidance wants the order of day, month and year that readers in the United Kingdom expect. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** Councils have all tax of what is not their business back (Value Added Tax Act 1994, section 33). */
    private static final String NO_TAX_LEFT = "0.00";

    public List<String> row(Payment payment) {
        return Arrays.asList(
                organisation,
                organisationUri,
                unit,
                payment.service(),
                payment.beneficiary(),
                payment.paidOn().format(DAY),
                payment.number(),
                payment.amount().toString(),
                NO_TAX_LEFT,
                payment.purpose(),
                payment.expense(),
                payment.expenseCode(),
                payment.costCentre());
    }
}
