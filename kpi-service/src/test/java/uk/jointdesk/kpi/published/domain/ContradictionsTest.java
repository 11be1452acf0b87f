package uk.jointdesk.kpi.published.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.ratio.domain.Fraction;

/** What is wrong with the published tables is found by looking at them. The numbers X1 to X22 are those of the sources. */
class ContradictionsTest {

    private static final PublishedTable VOLUMES = BoardPack2019.volumes();
    private static final PublishedTable COMPLIANCE = BoardPack2019.compliance();

    @Test
    void x1_twenty_four_of_twenty_eight_totals_are_not_the_sum_of_the_boroughs() {
        List<Finding> gaps = found(VOLUMES, Finding.Kind.UNATTRIBUTED_GAP);
        assertThat(gaps).hasSize(24);
        assertThat(gaps)
                .extracting(Finding::message)
                .contains("ALL P4 2018-Q1 is 65947, its parts add up to 62283: 3664 UNATTRIBUTED.")
                .noneMatch(message -> message.startsWith("ALL P1 2018-1"))
                .noneMatch(message -> message.startsWith("ALL P2 2018-10"));
    }

    @Test
    void x2_every_gap_goes_one_way() {
        assertThat(found(VOLUMES, Finding.Kind.GAPS_ALL_ONE_WAY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("All 24", "the larger side"));
    }

    @Test
    void x3_the_first_quarter_holds_the_year_before() {
        assertThat(found(VOLUMES, Finding.Kind.LOOKS_CUMULATIVE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("2018-Q1 (100447) looks cumulative: less 2017 (66133) it is 34314, in line with"
                                + " 2018-Q2 (35333)."));
    }

    @Test
    void x4_the_denominators_are_not_the_volumes() {
        assertThat(withVolumes(Finding.Kind.DENOMINATOR_IS_NOT_THE_VOLUME))
                .contains(
                        "LBB P2 2018-10: 60.00 % beside a volume of 16: the largest denominator that gives it is 9/15",
                        "LBL P2 2018-10: 44.74 % beside a volume of 39: the largest denominator that gives it is 17/38",
                        "LBS P2 2018-10: 62.50 % beside a volume of 36: the largest denominator that gives it is 20/32",
                        "LBL P1 2018-11: 66.67 % beside a volume of 4: the largest denominator that gives it is 2/3",
                        "LBS P1 2018-11: 83.33 % beside a volume of 8: the largest denominator that gives it is 5/6",
                        "LBS P2 2018-12: 63.64 % beside a volume of 12: the largest denominator that gives it is 7/11");
    }

    @Test
    void x5_quarters_that_are_no_ratio_are_means_of_months() {
        List<Finding> findings = Check.all(COMPLIANCE, List.of(VOLUMES)).stream()
                .filter(finding -> finding.kind() == Finding.Kind.PERCENT_IS_NO_RATIO)
                .toList();
        assertThat(findings)
                .extracting(finding -> finding.figures().get(0).name())
                .contains(
                        "LBB P1 2018-Q3",
                        "LBS P1 2018-Q3",
                        "LBB P2 2018-Q2",
                        "LBB P2 2018-Q3",
                        "LBL P2 2018-Q3",
                        "LBS P2 2018-Q2",
                        "LBS P2 2018-Q3")
                .noneMatch(name -> name.contains("2018-1"));
        assertThat(findings)
                .filteredOn(finding -> finding.figures().get(0).name().equals("LBB P1 2018-Q3"))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("An unweighted mean of three months does: (100.00 + 100.00 + 87.50) / 3.");
    }

    /** 89.26 is no part of 23; 108 of 121 would be the first ratio that prints so. */
    @Test
    void x5_a_mean_of_three_ratios_that_is_found_really_prints_so() {
        BigDecimal printed = new BigDecimal("89.26");
        assertThat(PercentOrigin.largest(printed, 120)).isEmpty();
        assertThat(PercentOrigin.largest(printed, 121)).contains(new PercentOrigin.Share(108, 121));
        var shares = PercentOrigin.meanOfThree(printed, 23).orElseThrow();
        Fraction mean =
                Fraction.mean(shares.stream().map(PercentOrigin.Share::fraction).toList());
        assertThat(mean.percent()).isEqualTo("89.26");
        assertThat(shares.stream().mapToLong(PercentOrigin.Share::measured).sum())
                .isLessThanOrEqualTo(23);
    }

    @Test
    void x8_what_is_called_resolved_is_the_demand() {
        PublishedTable text = table(
                "2018-12-31",
                figure(PublishedMeasure.RESOLVED, "2018-Q4", "2018-10", 3, "31600", null, "whole service"));
        assertThat(Check.all(text, List.of(VOLUMES)))
                .filteredOn(finding -> finding.kind() == Finding.Kind.RESOLVED_IS_THE_DEMAND)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("31600", "31619"));
        PublishedTable otherwise = table(
                "2018-12-31",
                figure(PublishedMeasure.RESOLVED, "2018-Q4", "2018-10", 3, "30800", null, "whole service"));
        assertThat(Check.all(otherwise, List.of(VOLUMES))).isEmpty();
    }

    @Test
    void x10_the_same_percentage_twice_is_a_possible_copy() {
        assertThat(withVolumes(Finding.Kind.REPEATED_VALUE))
                .containsExactly(
                        "LBL P4 2017 and LBL P4 2018-Q1 are both 90.10 %: a possible copy.",
                        "LBL P4 2018-Q2 and LBL P4 2018-10 are both 81.24 %: a possible copy.");
    }

    @Test
    void x13_an_average_says_how_it_was_rounded() {
        PublishedTable minutes = table(
                "2021-05-31",
                average("Feb-May 2021", "2021-02", "10375", "41502", "all queues"),
                average("Oct 2020-Jan 2021", "2020-10", "11350", "45407", "all queues"));
        assertThat(found(minutes, Finding.Kind.AVERAGE_DOES_NOT_FOLLOW))
                .extracting(Finding::message)
                .satisfiesExactly(
                        cutOff -> assertThat(cutOff).contains("10375.50", "half up 10376", "cutting off to the whole"),
                        loose -> assertThat(loose).contains("11351.75", "half up 11352", "half up to tens"));
        assertThat(found(
                        table("2021-05-31", average("Feb-May 2021", "2021-02", "10376", "41502", "all queues")),
                        Finding.Kind.AVERAGE_DOES_NOT_FOLLOW))
                .isEmpty();
    }

    @Test
    void x14_averages_of_other_queues_and_other_months_do_not_compare() {
        PublishedTable minutes = table(
                "2021-07-31",
                average("February to May", "2021-02", "10375", null, "all queues"),
                average("April to July", "2021-04", "7000", null, "STS queues"));
        assertThat(found(minutes, Finding.Kind.NOT_COMPARABLE)).singleElement().satisfies(finding -> assertThat(
                        finding.message())
                .contains("scope (all queues; STS queues)", "2021-02-01 to 2021-05-31; 2021-04-01"));
    }

    @Test
    void x15_a_figure_about_days_after_the_as_at_day_is_named() {
        PublishedTable minutes = table("2021-05-31", average("April to July", "2021-04", "7000", null, "STS queues"));
        assertThat(found(minutes, Finding.Kind.AFTER_AS_AT)).hasSize(1);
    }

    @Test
    void x19_the_levels_of_the_kpis_add_up_in_every_month() {
        assertThat(found(BoardPack2019.kpis(), Finding.Kind.COUNTS_DO_NOT_ADD_UP))
                .isEmpty();
        PublishedTable wrong = new PublishedTable(
                "wrong",
                "wrong",
                "wrong",
                "IMT",
                LocalDate.parse("2021-12-31"),
                List.of(
                        kpis("tsl_achieved", "11"),
                        kpis("msl_achieved", "1"),
                        kpis("below_msl", "0"),
                        kpis("total", "13")));
        assertThat(found(wrong, Finding.Kind.COUNTS_DO_NOT_ADD_UP))
                .extracting(Finding::message)
                .containsExactly("2020-11: the levels add up to 12, the total says 13.");
    }

    @Test
    void x20_a_change_in_the_number_of_kpis_is_named() {
        assertThat(found(BoardPack2019.kpis(), Finding.Kind.NUMBER_OF_KPIS_CHANGES))
                .extracting(Finding::message)
                .containsExactly("13 KPIs in 2021-06, 14 in 2021-07: a KPI was added or retired in between.");
    }

    @Test
    void x22_six_months_from_june_to_october_are_five() {
        PublishedTable report =
                table("2021-10-31", figure(PublishedMeasure.VOLUME, "the six months", "2021-06", 5, "1", null, "IMT"));
        assertThat(found(report, Finding.Kind.MONTHS_MISCOUNTED))
                .extracting(Finding::message)
                .containsExactly("the six months is called 6 months; 2021-06-01 to 2021-10-31 are 5 months.");
    }

    @Test
    void a_table_that_is_right_has_no_findings() {
        PublishedTable right = table(
                "2018-12-31",
                new PublishedFigure(
                        PublishedMeasure.VOLUME,
                        null,
                        "P1",
                        "ALL",
                        BoardPack2019.months("2018-12", "2018-12", 1),
                        new BigDecimal(8),
                        null,
                        "whole service"),
                new PublishedFigure(
                        PublishedMeasure.VOLUME,
                        null,
                        "P1",
                        "LBB",
                        BoardPack2019.months("2018-12", "2018-12", 1),
                        new BigDecimal(8),
                        null,
                        "whole service"));
        assertThat(Check.all(right, List.of())).isEmpty();
    }

    @Test
    void tables_of_other_sources_are_not_held_against_each_other() {
        PublishedTable elsewhere = new PublishedTable(
                "other", "other", "Another report", "whole service", VOLUMES.asAt(), VOLUMES.figures());
        assertThat(Check.all(COMPLIANCE, List.of(elsewhere)))
                .noneMatch(finding -> finding.kind() == Finding.Kind.PERCENT_IS_NO_RATIO);
    }

    private static List<Finding> found(PublishedTable table, Finding.Kind kind) {
        return Check.all(table, List.of()).stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private static List<String> withVolumes(Finding.Kind kind) {
        return Check.all(COMPLIANCE, List.of(VOLUMES)).stream()
                .filter(finding -> finding.kind() == kind)
                .map(finding -> finding.message().split(";", 2)[0])
                .toList();
    }

    private static PublishedTable table(String asAt, PublishedFigure... figures) {
        return new PublishedTable(
                "t", "t", BoardPack2019.SOURCE, "whole service", LocalDate.parse(asAt), List.of(figures));
    }

    private static PublishedFigure average(String label, String first, String value, String total, String scope) {
        return figure(PublishedMeasure.MONTHLY_AVERAGE, label, first, 4, value, total, scope);
    }

    private static PublishedFigure kpis(String series, String value) {
        return new PublishedFigure(
                PublishedMeasure.KPI_COUNT,
                series,
                null,
                null,
                BoardPack2019.months("2020-11", "2020-11", 1),
                new BigDecimal(value),
                null,
                "IMT");
    }

    private static PublishedFigure figure(
            PublishedMeasure measure,
            String label,
            String first,
            int months,
            String value,
            String total,
            String scope) {
        return new PublishedFigure(
                measure,
                null,
                null,
                null,
                BoardPack2019.months(label, first, months),
                new BigDecimal(value),
                total == null ? null : new BigDecimal(total),
                scope);
    }
}
