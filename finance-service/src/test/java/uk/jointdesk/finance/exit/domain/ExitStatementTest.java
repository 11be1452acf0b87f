package uk.jointdesk.finance.exit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.finance.bill.domain.BillLine;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;

class ExitStatementTest {
    private static final LocalDate NOTICE = LocalDate.of(2025, 11, 1);
    private static final LocalDate JOINED = LocalDate.of(2017, 11, 1);

    @ParameterizedTest
    @CsvSource({"2026-10-30, 12, false", "2026-10-31, 12, true", "2026-11-01, 12, true", "2025-11-01, 0, true"})
    void notice_is_kept_when_membership_lasts_as_long_as_agreed(LocalDate leaving, int months, boolean kept) {
        assertThat(statement(leaving, months, List.of()).noticeKept()).isEqualTo(kept);
    }

    @Test
    void the_last_year_is_paid_by_days() {
        ExitStatement halloween = statement(LocalDate.of(2026, 10, 31), 12, List.of());
        assertThat(halloween.lastYear().code()).isEqualTo("2026-27");
        assertThat(halloween.daysOfLastYear(JOINED)).isEqualTo(214);
        assertThat(halloween.partOfLastYear(JOINED)).isEqualTo(Fraction.of(214, 365));
        assertThat(halloween.daysOfLastYear(LocalDate.of(2026, 10, 31))).isEqualTo(1);
    }

    @Test
    void an_asset_is_paid_out_and_liabilities_and_commitments_are_paid() {
        ExitStatement statement = statement(
                LocalDate.of(2026, 10, 31),
                12,
                List.of(
                        item(ExitItem.Kind.ASSET, "SAN", "400.00", "164.82"),
                        item(ExitItem.Kind.LIABILITY, "LEAVE", "10.00", "4.12"),
                        item(ExitItem.Kind.COMMITMENT, "WAN", "100.00", "0.00")));
        assertThat(statement.settlement()).isEqualTo(Money.parse("-160.70"));
        assertThat(statement.due().total()).isEqualTo(statement.settlement());
        assertThat(statement.due().lines()).extracting(BillLine::code).containsExactly("SAN", "LEAVE");
    }

    @Test
    void a_statement_that_ends_before_it_begins_or_names_an_item_twice_is_refused() {
        assertThatThrownBy(() -> statement(NOTICE.minusDays(1), 0, List.of())).isInstanceOf(RuleBroken.class);
        ExitItem item = item(ExitItem.Kind.ASSET, "SAN", "1.00", "1.00");
        assertThatThrownBy(() -> statement(NOTICE, 0, List.of(item, item))).isInstanceOf(RuleBroken.class);
    }

    private static ExitStatement statement(LocalDate leaving, int months, List<ExitItem> items) {
        return new ExitStatement(
                UUID.randomUUID(), "LBS", NOTICE, leaving, months, "test", true, items, Instant.EPOCH, "test");
    }

    private static ExitItem item(ExitItem.Kind kind, String code, String amount, String share) {
        return new ExitItem(kind, code, "T", Money.parse(amount), Money.parse(share), "r", "s", true);
    }
}
