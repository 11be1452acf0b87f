package uk.jointdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {

    private static final YearMonth OCTOBER = YearMonth.of(2018, 10);

    @Test
    void lewishams_high_priority_months_are_the_ones_the_pooled_quarter_is_quoted_from() {
        List<Cell> cells = Cell.all().stream()
                .filter(cell -> "LBL".equals(cell.partner()) && cell.priority().equals("P2"))
                .toList();
        assertThat(cells).extracting(Cell::met).containsExactly(17, 18, 15);
        assertThat(cells).extracting(Cell::measured).containsExactly(38, 29, 19);
    }

    @Test
    void every_cell_prints_as_the_published_percentage() {
        Published published = Published.compliance();
        assertThat(Cell.all().stream().filter(cell -> cell.partner() != null))
                .hasSize(36)
                .allSatisfy(cell -> assertThat(Cell.percentOf(cell.met(), cell.measured()))
                        .isEqualByComparingTo(published.value(cell.priority(), cell.partner(), cell.month())));
    }

    @Test
    void volumes_of_the_quarter_add_up_to_the_published_total() {
        assertThat(Cell.all().stream().mapToInt(Cell::volume).sum()).isEqualTo(31_619);
    }

    @Test
    void a_percentage_no_number_of_tickets_gives_is_refused() {
        assertThatThrownBy(() -> Cell.fit(OCTOBER, "P1", "LBL", 4, new BigDecimal("44.74")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("44.74");
    }

    @Test
    void a_perfect_and_a_hopeless_month_both_fit() {
        assertThat(Cell.fit(OCTOBER, "P1", "LBB", 4, new BigDecimal("100.00")).met())
                .isEqualTo(4);
        assertThat(Cell.fit(OCTOBER, "P1", "LBB", 4, new BigDecimal("0.00")).met())
                .isZero();
    }
}
