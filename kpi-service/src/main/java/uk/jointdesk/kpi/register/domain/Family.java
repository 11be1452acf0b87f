package uk.jointdesk.kpi.register.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The indicators of one contract or agreement.
 *
 * @param contractStart the day service began; its month is contract month 1
 * @param note where the facts come from and what is assumed
 */
public record Family(String code, String title, LocalDate contractStart, Audience audience, String note) {

    /** Month and year of the contract, both counted from 1. Service from 1 April 2015: November 2020 is month 68, year 6. */
    public record ContractMonth(int year, int month) {}

    /** Empty for the time before the contract. */
    public Optional<ContractMonth> contractMonth(YearMonth month) {
        long before = ChronoUnit.MONTHS.between(YearMonth.from(contractStart), month);
        return before < 0
                ? Optional.empty()
                : Optional.of(new ContractMonth(Math.toIntExact(before / 12) + 1, Math.toIntExact(before) + 1));
    }
}
