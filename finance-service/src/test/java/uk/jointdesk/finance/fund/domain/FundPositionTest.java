package uk.jointdesk.finance.fund.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Membership;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.posting.domain.Account;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.Period;

class FundPositionTest {
    private static final LocalDate START = LocalDate.of(2021, 4, 1);
    private static final Members MEMBERS = Members.of(List.of(
            new Membership("LBB", null, START, null),
            new Membership("LBL", null, START, null),
            new Membership("LH", "LBL", START, null)));

    @Test
    void a_grant_is_carried_forward_until_it_ends_and_then_lost() {
        FundPosition position = new FundPosition(
                fund("100000.00", LocalDate.of(2023, 6, 30)),
                LocalDate.of(2024, 3, 31),
                List.of(
                        cost("2021-09-01", Account.EXPENDITURE, "LBB", "30000.00"),
                        cost("2022-09-01", Account.EXPENDITURE, "LBB", "50000.00"),
                        cost("2021-06-01", Account.INCOME, null, "-100000.00")),
                List.of());
        assertThat(position.years())
                .extracting(year -> year.year().code())
                .containsExactly("2021-22", "2022-23", "2023-24");
        assertThat(position.years())
                .extracting(FundPosition.Year::unspentCarried)
                .containsExactly(Money.parse("70000.00"), Money.parse("20000.00"), Money.ZERO);
        assertThat(position.years())
                .extracting(FundPosition.Year::lapsed)
                .containsExactly(Money.ZERO, Money.ZERO, Money.parse("20000.00"));
        assertThat(position.income()).isEqualTo(Money.parse("100000.00"));
        assertThat(position.unspent()).isEqualTo(Money.parse("20000.00"));
    }

    @Test
    void spend_that_is_not_claimed_is_carried_into_the_next_year_to_be_claimed() {
        FundPosition position = new FundPosition(
                fund(null, null),
                LocalDate.of(2022, 6, 30),
                List.of(
                        cost("2021-09-01", Account.EXPENDITURE, "LBB", "100.00"),
                        cost("2022-05-01", Account.EXPENDITURE, "LH", "20.00")),
                List.of(claim("LBB", "2022-03-01", "60.00")));
        assertThat(position.years())
                .extracting(FundPosition.Year::unclaimedCarried)
                .containsExactly(Money.parse("40.00"), Money.parse("60.00"));
        List<FundPosition.Part> parts = position.parts(Map.of(), MEMBERS);
        assertThat(parts).extracting(FundPosition.Part::partner).containsExactly("LBB", "LBL");
        assertThat(parts)
                .extracting(FundPosition.Part::unclaimed)
                .containsExactly(Money.parse("40.00"), Money.parse("20.00"));
        assertThat(parts.get(0).inYear()).isEqualTo(Money.ZERO);
        assertThat(position.unspent()).isNull();
    }

    @Test
    void nobody_claims_more_than_it_bore_nor_all_more_than_the_award() {
        FundPosition position = new FundPosition(
                fund("90.00", null),
                LocalDate.of(2022, 3, 31),
                List.of(
                        cost("2021-09-01", Account.EXPENDITURE, "LBB", "50.00"),
                        cost("2021-09-01", Account.EXPENDITURE, "LBL", "60.00")),
                List.of(claim("LBB", "2022-03-01", "40.00")));
        assertRefused(position, claim("LBB", "2022-03-31", "10.01"), "claim-exceeds-spend");
        assertRefused(position, claim("LH", "2022-03-31", "50.01"), "claim-exceeds-award");
        assertThatCode(() -> position.check(claim("LH", "2022-03-31", "50.00"), Map.of(), MEMBERS))
                .doesNotThrowAnyException();
    }

    private static void assertRefused(FundPosition position, FundClaim claim, String code) {
        assertThatThrownBy(() -> position.check(claim, Map.of(), MEMBERS))
                .isInstanceOf(RuleBroken.class)
                .extracting(broken -> ((RuleBroken) broken).code())
                .isEqualTo(code);
    }

    private static Fund fund(String award, LocalDate endsOn) {
        return new Fund(
                "CYBER",
                "Cyber",
                Fund.Kind.GRANT,
                null,
                "Tools",
                null,
                award == null ? null : Money.parse(award),
                START,
                endsOn,
                "CYBER",
                "test",
                true);
    }

    private static FundCost cost(String day, Account account, String partner, String amount) {
        LocalDate on = LocalDate.parse(day);
        return new FundCost(on, Period.containing(on).span(), account, null, partner, Money.parse(amount));
    }

    private static FundClaim claim(String partner, String day, String amount) {
        return new FundClaim(UUID.randomUUID(), "CYBER", partner, LocalDate.parse(day), Money.parse(amount), "C", null);
    }
}
