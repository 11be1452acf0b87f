package uk.jointdesk.finance.budget.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.refusal.domain.RuleBroken;
import uk.jointdesk.finance.year.domain.FinancialYear;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class ChangeRulesTest {
    private static final FinancialYear YEAR = new FinancialYear(2021);
    private static final UUID ID = UUID.randomUUID();
    private static final LineTerms PLACEHOLDER = new LineTerms(Recurrence.ONGOING, true, false, null, null);
    private static final LineTerms SAVING = new LineTerms(Recurrence.ONGOING, false, true, null, null);

    private static final Map<String, BudgetLine> LINES = Stream.of(
                    line("BASE", PoolKind.BASE, 100, "S", LineTerms.USUAL),
                    line("STAFF", PoolKind.BASE, 50, "S", LineTerms.USUAL),
                    line("KIT", PoolKind.CAPITAL, 80, "S", LineTerms.USUAL),
                    line("REFRESH", PoolKind.BASE, 70, "S", PLACEHOLDER),
                    line("LICENCES", PoolKind.BASE, -20, "S", SAVING),
                    line("OWN", PoolKind.NON_SHARED, 0, null, LineTerms.USUAL))
            .collect(Collectors.toMap(line -> line.pool().code(), Function.identity()));

    private static BudgetLine line(String code, PoolKind kind, long pence, String scheme, LineTerms terms) {
        return new BudgetLine(
                new CostPool(YEAR, code, code, kind, Money.ofPence(pence), scheme, "test", false), terms, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "VIREMENT, BASE -100 STAFF 100",
        "VIREMENT, BASE -30 KIT 30",
        "VIREMENT, STAFF 20 LICENCES -20",
        "ADDITION, BASE 1",
        "SUPPLEMENTARY, KIT 900",
        "REDUCTION, BASE -100",
        "REPLACEMENT, REFRESH -70 STAFF 60 KIT 10"
    })
    void a_change_that_adds_up_and_leaves_no_line_on_the_wrong_side_is_possible(ChangeKind kind, String lines) {
        assertThatCode(() -> check(kind, lines)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "VIREMENT, BASE -10 STAFF 11, change-out-of-balance, /lines",
        "VIREMENT, BASE -10 BASE 10, line-twice, /lines/1/budgetLine",
        "VIREMENT, BASE 0 STAFF 0, amount-zero, /lines/0/amount",
        "VIREMENT, BASE -101 STAFF 101, budget-wrong-side, /lines/0/amount",
        "VIREMENT, STAFF -21 LICENCES 21, budget-wrong-side, /lines/1/amount",
        "VIREMENT, KIT -1 BASE 1, capital-to-revenue, /lines",
        "VIREMENT, BASE -1 NONE 1, line-unknown, /lines/1/budgetLine",
        "VIREMENT, BASE -1 OWN 1, line-needs-scheme, /lines/1/budgetLine",
        "ADDITION, BASE -1, change-sign, /lines",
        "ADDITION, BASE -1 STAFF 1, change-sign, /lines",
        "REDUCTION, BASE 1, change-sign, /lines",
        "REPLACEMENT, BASE -1 STAFF 1, replacement-direction, /lines/0",
        "REPLACEMENT, BASE -1 REFRESH 1, replacement-direction, /lines/0"
    })
    void a_change_against_a_rule_is_refused_with_the_line(ChangeKind kind, String lines, String code, String pointer) {
        assertThatThrownBy(() -> check(kind, lines)).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.pointer()).isEqualTo(pointer);
        });
    }

    private static void check(ChangeKind kind, String lines) {
        String[] words = lines.split(" ");
        List<BudgetChange.Line> read = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            read.add(new BudgetChange.Line(words[i], Money.ofPence(Long.parseLong(words[i + 1]))));
        }
        new ChangeRules(LINES).check(change(kind, read));
    }

    private static BudgetChange change(ChangeKind kind, List<BudgetChange.Line> lines) {
        return new BudgetChange(ID, YEAR, kind, "because", lines, Instant.EPOCH, "finance", null);
    }

    @Test
    void the_boards_decision_is_the_status() {
        BudgetChange asked = change(ChangeKind.ADDITION, List.of(new BudgetChange.Line("BASE", Money.ofPence(1))));
        assertThat(asked.status()).isEqualTo(BudgetChange.Status.REQUESTED);
    }

    @Test
    void however_many_virements_are_made_the_whole_stays_and_no_line_goes_below_nothing() {
        Laws.forAll("virements move and do not make", ChangeRulesTest::moves, Laws.cases(), moves -> {
            Map<String, Long> pence = new TreeMap<>(Map.of("A", 500L, "B", 300L, "C", 0L));
            for (Move move : moves) {
                Map<String, BudgetLine> lines = new TreeMap<>();
                pence.forEach((code, left) -> lines.put(code, line(code, PoolKind.BASE, left, "S", LineTerms.USUAL)));
                if (isPossible(lines, move)) {
                    pence.merge(move.from(), -move.pence(), Long::sum);
                    pence.merge(move.to(), move.pence(), Long::sum);
                }
                long whole = 0;
                for (long left : pence.values()) {
                    Laws.holds(left >= 0, pence);
                    whole += left;
                }
                Laws.same(800L, whole);
            }
        });
    }

    private record Move(String from, String to, long pence) {}

    private static List<Move> moves(Draw draw) {
        return draw.listOf(1, one -> new Move(one.oneOf("A", "B"), "C", one.between(1L, 300L)));
    }

    private static boolean isPossible(Map<String, BudgetLine> lines, Move move) {
        try {
            new ChangeRules(lines)
                    .check(change(
                            ChangeKind.VIREMENT,
                            List.of(
                                    new BudgetChange.Line(move.from(), Money.ofPence(-move.pence())),
                                    new BudgetChange.Line(move.to(), Money.ofPence(move.pence())))));
            return true;
        } catch (RuleBroken refused) {
            return false;
        }
    }
}
