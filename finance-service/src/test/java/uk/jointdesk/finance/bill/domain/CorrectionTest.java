package uk.jointdesk.finance.bill.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.finance.contribution.domain.Contribution;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class CorrectionTest {
    private static final FinancialYear YEAR = new FinancialYear(2020);
    private static final LocalDate DAY = LocalDate.of(2020, 6, 1);

    @Test
    void a_credit_note_of_all_that_was_billed_is_the_mirror_of_the_bill() {
        Correction whole = Correction.whole(untouched(100, -25), DAY);
        assertThat(amounts(whole)).containsExactly(-100L, 25L);
        assertThat(whole.lines()).containsExactly(1, 2);
        assertThat(whole.draft().due().lines())
                .extracting(BillLine::note)
                .containsExactly("takes back LBL-2020-21-001", "takes back LBL-2020-21-001");
        assertThat(whole.draft().dueOn()).isEqualTo(DAY);
    }

    @Test
    void a_part_of_a_line_is_taken_back_and_the_rest_can_be_taken_back_later() {
        Creditable all = untouched(100, -25, 40);
        Correction some = Correction.partial(all, List.of(part(3, 15), part(1, 60)), DAY);
        assertThat(amounts(some)).containsExactly(-60L, -15L);
        assertThat(some.lines()).containsExactly(1, 3);
        assertThat(some.draft().due().lines().get(0).note())
                .isEqualTo("takes back 0.60 of 1.00, line 1 of LBL-2020-21-001");
        Creditable left = after(all, some);
        assertThat(left.lines()).extracting(Money::pence).containsExactly(40L, -25L, 25L);
        Correction rest = Correction.whole(left, DAY);
        assertThat(amounts(rest)).containsExactly(-40L, 25L, -25L);
        assertThat(after(left, rest).isNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 101, credit-exceeds-line, /lines/0/amount",
        "1, 0, credit-exceeds-line, /lines/0/amount",
        "1, -1, credit-exceeds-line, /lines/0/amount",
        "2, 1, credit-exceeds-line, /lines/0/amount",
        "2, -5, credit-not-positive, /lines",
        "1, 80, credit-exceeds-bill, /lines",
        "0, 1, bill-line-unknown, /lines/0/line",
        "3, 1, bill-line-unknown, /lines/0/line"
    })
    void no_more_is_taken_back_than_is_left(int line, long pence, String code, String pointer) {
        assertRefused(untouched(100, -25), List.of(part(line, pence)), code, pointer);
    }

    @Test
    void a_line_is_named_once_and_a_credit_note_is_final() {
        assertRefused(untouched(100), List.of(part(1, 5), part(1, 5)), "bill-line-twice", "/lines/1/line");
        assertRefused(untouched(-100), List.of(part(1, -5)), "credit-note-final", "");
        assertThatThrownBy(() -> Correction.whole(untouched(-100), DAY)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void what_a_sub_body_is_owed_on_the_bill_it_keeps_until_all_of_it_is_taken_back() {
        Creditable all = Creditable.of(bill(List.of(90L), Map.of("LBL", 100L, "LH", -10L)), Creditable.Taken.NOTHING);
        Correction some = Correction.partial(all, List.of(part(1, 50)), DAY);
        assertThat(some.draft().due().within()).containsExactly(new Contribution.Within("LBL", Money.ofPence(-50)));
        assertThat(Correction.whole(after(all, some), DAY).draft().due().within())
                .containsExactly(
                        new Contribution.Within("LBL", Money.ofPence(-50)),
                        new Contribution.Within("LH", Money.ofPence(10)));
    }

    /** An invoice above zero with two bodies on it, and credit notes by drawn parts. */
    private record Case(List<Long> lines, Map<String, Long> within, List<Integer> percents) {
        static Case draw(Draw draw) {
            List<Long> lines = new ArrayList<>();
            int count = draw.between(1, 5);
            for (int i = 0; i < count; i++) {
                lines.add(draw.between(1L, draw.oneOf(3L, 999L, 1_460_000_000L)));
            }
            long own = draw.between(0L, sum(lines));
            List<Integer> percents = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                percents.add(draw.between(0, 100));
            }
            return new Case(lines, Map.of("LBL", own, "LH", sum(lines) - own), percents);
        }
    }

    @Test
    void credit_notes_of_a_bill_add_up_line_by_line_and_body_by_body_and_nothing_is_left_after_the_last() {
        Laws.forAll("credit notes add up", Case::draw, Laws.cases() / 10, drawn -> {
            Bill bill = bill(drawn.lines(), drawn.within());
            Creditable left = Creditable.of(bill, Creditable.Taken.NOTHING);
            Due rest = bill.draft().due();
            for (int percent : drawn.percents()) {
                List<Correction.Part> parts = parts(left, percent);
                if (!parts.isEmpty()) {
                    Correction some = Correction.partial(left, parts, DAY);
                    left = after(left, some);
                    rest = rest.plus(some.draft().due());
                    left.within().forEach(part -> Laws.holds(part.amount().signum() >= 0, part));
                    Laws.holds(rest.total().equals(left.total()), rest);
                }
            }
            if (!left.isNothing()) {
                rest = rest.plus(Correction.whole(left, DAY).draft().due());
            }
            Laws.holds(
                    rest.lines().isEmpty()
                            && rest.within().stream()
                                    .allMatch(part -> part.amount().isZero()),
                    rest);
        });
    }

    private static List<Correction.Part> parts(Creditable left, int percent) {
        List<Correction.Part> parts = new ArrayList<>();
        for (int i = 0; i < left.lines().size(); i++) {
            long pence = left.lines().get(i).pence() * percent / 100;
            if (pence > 0) {
                parts.add(part(i + 1, pence));
            }
        }
        return parts;
    }

    private static void assertRefused(Creditable left, List<Correction.Part> parts, String code, String pointer) {
        assertThatThrownBy(() -> Correction.partial(left, parts, DAY))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo(code);
                    assertThat(broken.pointer()).isEqualTo(pointer);
                });
    }

    private static Creditable after(Creditable before, Correction correction) {
        Map<Integer, Money> lines = new HashMap<>();
        for (int i = 0; i < before.lines().size(); i++) {
            Money billed = before.bill().draft().due().lines().get(i).amount();
            lines.put(i + 1, before.lines().get(i).minus(billed));
        }
        Map<String, Money> within = new HashMap<>();
        before.bill()
                .draft()
                .due()
                .within()
                .forEach(part -> within.put(part.partner(), part.amount().negated()));
        before.within().forEach(part -> within.merge(part.partner(), part.amount(), Money::plus));
        Due taken = correction.draft().due();
        for (int i = 0; i < taken.lines().size(); i++) {
            lines.merge(correction.lines().get(i), taken.lines().get(i).amount(), Money::plus);
        }
        taken.within().forEach(part -> within.merge(part.partner(), part.amount(), Money::plus));
        return Creditable.of(before.bill(), new Creditable.Taken(lines, within));
    }

    private static List<Long> amounts(Correction correction) {
        return correction.draft().due().lines().stream()
                .map(line -> line.amount().pence())
                .toList();
    }

    private static Correction.Part part(int line, long pence) {
        return new Correction.Part(line, Money.ofPence(pence));
    }

    private static Creditable untouched(long... lines) {
        List<Long> pence = java.util.Arrays.stream(lines).boxed().toList();
        return Creditable.of(bill(pence, Map.of("LBL", sum(pence))), Creditable.Taken.NOTHING);
    }

    private static long sum(List<Long> pence) {
        return pence.stream().mapToLong(Long::longValue).sum();
    }

    private static Bill bill(List<Long> pence, Map<String, Long> within) {
        List<BillLine> lines = new ArrayList<>();
        pence.forEach(amount ->
                lines.add(new BillLine(LineKind.POOL, "L" + lines.size(), "Base", "n", Money.ofPence(amount))));
        List<Contribution.Within> parts = within.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(part -> new Contribution.Within(part.getKey(), Money.ofPence(part.getValue())))
                .toList();
        BillDraft draft = new BillDraft(new Due("LBL", lines, parts), 1, 1, DAY);
        return new Bill(UUID.randomUUID(), "LBL-2020-21-001", YEAR, DAY, null, draft, null, null);
    }
}
