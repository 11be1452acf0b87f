package uk.jointdesk.finance.year.web;

import jakarta.enterprise.context.ApplicationScoped;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.finance.year.domain.Period;
import uk.jointdesk.finance.year.store.FinancialYears;
import uk.jointdesk.kit.problem.FieldError;
import uk.jointdesk.kit.problem.Refusal;

/** Financial years and periods as callers name them; a year must have been opened. */
@ApplicationScoped
public class YearParameter {
    private final FinancialYears years;

    public YearParameter(FinancialYears years) {
        this.years = years;
    }

    /** Of the query parameter {@code financialYear}; 400 when it is missing or misspelt, 404 when it is not open. */
    public FinancialYear required(String written) {
        if (written == null) {
            throw malformed();
        }
        FinancialYear year = FinancialYear.parse(written).orElseThrow(YearParameter::malformed);
        if (!years.all().contains(year)) {
            throw Refusal.notFound();
        }
        return year;
    }

    /** As {@link #required}, or null when the parameter is absent. */
    public FinancialYear optional(String written) {
        return written == null ? null : required(written);
    }

    /** Of a body field; 422 with its pointer. */
    public FinancialYear field(String written, String pointer) {
        return FinancialYear.parse(written)
                .filter(years.all()::contains)
                .orElseThrow(() -> new RuleBroken(
                        "financial-year-unknown", pointer, "An opened financial year, written as 2020-21."));
    }

    /** Of the query parameter {@code period}: 1 to 13, the whole year unless told. */
    public int period(Integer number) {
        int period = number == null ? Period.CLOSING : number;
        if (period < 1 || period > Period.CLOSING) {
            throw Refusal.malformed(
                    "period-out-of-range", "Periods are 1 to 13.", FieldError.query("period", "1 (April) to 13"));
        }
        return period;
    }

    private static Refusal malformed() {
        return Refusal.malformed(
                "financial-year-malformed",
                "A financial year is written as 2020-21.",
                FieldError.query("financialYear", "such as 2020-21"));
    }
}
