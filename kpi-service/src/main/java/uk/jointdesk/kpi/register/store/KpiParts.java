package uk.jointdesk.kpi.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import uk.jointdesk.kpi.register.domain.Formula;
import uk.jointdesk.kpi.register.domain.FormulaKind;
import uk.jointdesk.kpi.register.domain.GlidePath;
import uk.jointdesk.kpi.register.domain.Kpi.Lineage;
import uk.jointdesk.kpi.register.domain.Level;
import uk.jointdesk.kpi.register.domain.Life;
import uk.jointdesk.kpi.register.domain.Stage;
import uk.jointdesk.kpi.register.domain.State;
import uk.jointdesk.kpi.register.domain.Weight;

/** The dated parts of all indicators, by code. */
final class KpiParts {

    private record Of<T>(String kpi, T part) {}

    private final Map<String, List<Stage>> stages;
    private final Map<String, List<Level>> levels;
    private final Map<String, List<Formula>> formulas;
    private final Map<String, List<Weight>> weights;
    private final Map<String, List<String>> successors;
    private final Map<String, List<String>> predecessors;

    KpiParts(Handle handle) {
        stages = read(handle, "select * from kpi_stage order by kpi, begins", KpiParts::stage);
        levels = read(handle, "select * from kpi_level order by kpi, begins", KpiParts::level);
        formulas = read(handle, "select * from kpi_formula order by kpi, begins", KpiParts::formula);
        weights = read(handle, "select * from kpi_weight order by kpi, begins", KpiParts::weight);
        successors = read(handle, "select kpi, successor as other from kpi_successor order by 1, 2", KpiParts::other);
        predecessors =
                read(handle, "select successor as kpi, kpi as other from kpi_successor order by 1, 2", KpiParts::other);
    }

    Life life(String kpi) {
        return new Life(stages.getOrDefault(kpi, List.of()));
    }

    GlidePath levels(String kpi) {
        return new GlidePath(levels.getOrDefault(kpi, List.of()));
    }

    List<Formula> formulas(String kpi) {
        return formulas.getOrDefault(kpi, List.of());
    }

    List<Weight> weights(String kpi) {
        return weights.getOrDefault(kpi, List.of());
    }

    Lineage lineage(String kpi) {
        return new Lineage(predecessors.getOrDefault(kpi, List.of()), successors.getOrDefault(kpi, List.of()));
    }

    private static <T> Map<String, List<T>> read(Handle handle, String query, RowMapper<T> part) {
        return handle
                .createQuery(query)
                .map((row, context) -> new Of<>(row.getString("kpi"), part.map(row, context)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::kpi, Collectors.mapping(Of::part, Collectors.toList())));
    }

    private static Stage stage(ResultSet row, Object context) throws SQLException {
        return new Stage(
                begins(row), State.valueOf(row.getString("state")), row.getString("ccn"), row.getString("note"));
    }

    private static Level level(ResultSet row, Object context) throws SQLException {
        return new Level(
                begins(row),
                row.getBigDecimal("tsl"),
                row.getBigDecimal("msl"),
                row.getBigDecimal("inadequate"),
                row.getString("source"),
                row.getString("ccn"));
    }

    private static Formula formula(ResultSet row, Object context) throws SQLException {
        return new Formula(
                row.getInt("version"),
                begins(row),
                FormulaKind.valueOf(row.getString("kind")),
                words(row, "types"),
                words(row, "priorities"),
                row.getInt("days"));
    }

    private static Weight weight(ResultSet row, Object context) throws SQLException {
        return new Weight(begins(row), row.getInt("points"), row.getString("ccn"), row.getString("source"));
    }

    private static String other(ResultSet row, Object context) throws SQLException {
        return row.getString("other");
    }

    private static LocalDate begins(ResultSet row) throws SQLException {
        return row.getObject("begins", LocalDate.class);
    }

    private static TreeSet<String> words(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(List.of((String[]) row.getArray(column).getArray()));
    }
}
