package uk.jointdesk.kpi.pack.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.jointdesk.kpi.pack.SamplePack;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

/** A copy leaves out and says so; it never adds and never alters. */
class ProjectionTest {

    private static final List<String> PARTNERS = List.of("LBB", "LBL", "LBS", "LH", "UNATTRIBUTED", "ALL");

    @Test
    void a_copy_holds_nothing_that_is_not_for_its_reader_and_every_number_as_it_is_in_the_whole() {
        Laws.forAll("a copy is a part", ProjectionTest::drawn, Laws.oracleCases(), whole -> {
            Map<String, Figure> all = whole.figuresById();
            for (Projection projection : projections()) {
                PackDocument copy = projection.of(whole);
                copy.figures().forEach(figure -> {
                    Figure original = all.get(figure.id());
                    assertThat(figure.amount()).isEqualTo(original.amount());
                    assertThat(figure.at()).isEqualTo(original.at());
                    assertThat(figure.verdict()).isEqualTo(original.verdict());
                    assertThat(projection.audience().mayRead(figure.audience())).isTrue();
                });
                assertThat(copy.sections().stream().mapToInt(Section::withheld).sum()
                                + copy.figures().count()
                                + words(copy)
                                + hidden(whole, projection))
                        .as("what is there and what is withheld make up the whole")
                        .isEqualTo(whole.figures().count() + words(whole));
            }
        });
    }

    @Test
    void a_copy_of_a_copy_is_the_copy_for_the_narrower_of_the_two() {
        Laws.forAll("copies compose", ProjectionTest::drawn, Laws.oracleCases(), whole -> {
            PackDocument board = Projection.of(Audience.BOARD).of(whole);
            PackDocument straight = Projection.of(Audience.PUBLIC).of(whole);
            assertThat(Projection.of(Audience.PUBLIC).of(board)).isEqualTo(straight);
            assertThat(Projection.of(Audience.PUBLIC).of(straight)).isEqualTo(straight);
            assertThat(Projection.of(Audience.EXEMPT).of(whole)).isEqualTo(whole);
        });
    }

    @Test
    void a_councils_copy_has_its_own_rows_and_neither_totals_nor_anybody_elses() {
        Laws.forAll("a council sees its own", ProjectionTest::drawn, Laws.oracleCases(), whole -> {
            PackDocument copy = Projection.forCouncil("LBL", Set.of("LH")).of(whole);
            assertThat(copy.heading().partner()).isEqualTo("LBL");
            copy.figures().forEach(figure -> {
                assertThat(figure.at().get("partner")).isIn("LBL", "LH");
                assertThat(figure.audience()).isEqualTo(Audience.PUBLIC);
            });
            assertThat(copy.toString()).doesNotContain("LBS/", "LBB/", "ALL/", "UNATTRIBUTED/");
        });
    }

    @Test
    void the_public_learns_no_ticket_and_no_row_that_is_the_boards() {
        PackDocument copy = Projection.of(Audience.PUBLIC).of(SamplePack.published());
        assertThat(copy.figures())
                .allSatisfy(figure -> assertThat(figure.ofWholeService()).isTrue());
        assertThat(copy.toString()).doesNotContain("LBL-", "LBS-", "in dispute");
        assertThat(copy.sections().get(0).withheld()).isEqualTo(7);
        assertThat(copy.sections().get(0).charts().get(0).series())
                .extracting(Chart.Series::name)
                .containsExactly("ALL");
    }

    private static List<Projection> projections() {
        return List.of(
                Projection.of(Audience.PUBLIC),
                Projection.of(Audience.BOARD),
                Projection.of(Audience.EXEMPT),
                Projection.forCouncil("LBL", Set.of("LH")));
    }

    private static long words(PackDocument pack) {
        return pack.sections().stream()
                .mapToLong(section -> section.paragraphs().size())
                .sum();
    }

    /** What lies in sections that the copy leaves out as a whole. */
    private static long hidden(PackDocument whole, Projection projection) {
        return whole.sections().stream()
                .filter(section -> !projection.audience().mayRead(section.audience()))
                .mapToLong(section ->
                        section.figures().count() + section.paragraphs().size())
                .sum();
    }

    private static PackDocument drawn(Draw draw) {
        int sections = draw.between(1, 4);
        List<Section> drawn = java.util.stream.IntStream.rangeClosed(1, sections)
                .mapToObj(number -> section(draw, number))
                .toList();
        return SamplePack.document(SamplePack.heading(PackState.PUBLISHED), drawn);
    }

    private static Section section(Draw draw, int number) {
        List<Table.Row> rows = PARTNERS.stream()
                .map(partner -> new Table.Row(
                        List.of(partner), List.of(figure(draw, number, partner, 0), figure(draw, number, partner, 1))))
                .toList();
        List<Chart.Series> lines = rows.stream()
                .map(row -> new Chart.Series(
                        row.heads().get(0), row.cells().stream().map(Figure::id).toList()))
                .toList();
        return new Section(
                number,
                "s" + number,
                "Section " + number,
                audience(draw),
                null,
                List.of(
                        new Paragraph("words", audience(draw), List.of()),
                        new Paragraph(
                                "of a figure",
                                Audience.PUBLIC,
                                List.of(rows.get(1).cells().get(0).id()))),
                List.of(new Chart("c" + number, "chart", Amount.Unit.TICKETS, List.of("a", "b"), lines)),
                List.of(new Table("t", "table", List.of("Partner"), List.of("a", "b"), rows)),
                List.of(),
                List.of(SamplePack.COMPLIANCE),
                0);
    }

    private static Figure figure(Draw draw, int section, String partner, int column) {
        String id = "s" + section + "/" + partner + "/" + column;
        Evidence evidence = draw.chance(50)
                ? Evidence.counted(List.of(partner + "-1"))
                : Evidence.sumOf(List.of("s" + section + "/LBL/" + column));
        return Figure.of(
                        id,
                        SamplePack.COMPLIANCE,
                        new TreeMap<>(Map.of("partner", partner)),
                        Amount.tickets(draw.between(0, 9)),
                        evidence)
                .forAudience(audience(draw));
    }

    private static Audience audience(Draw draw) {
        return draw.oneOf(Audience.PUBLIC, Audience.PUBLIC, Audience.BOARD, Audience.EXEMPT);
    }
}
