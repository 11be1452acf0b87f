package uk.jointdesk.gateway.board;

import java.util.List;

/** Everything the page shows of one period. */
record Board(
        BoardPeriod period,
        String reader,
        Part<Compliance> compliance,
        Part<Volumes> volumes,
        Part<Backlog> backlog,
        Part<Contributions> contributions) {

    record Compliance(List<ComplianceView.Headline> headlines, List<ComplianceView.Table> tables, Footer footer) {}

    record Volumes(
            List<VolumesView.Tile> tiles,
            List<String> months,
            List<VolumesView.Row> rows,
            ResolvedChart.Drawing chart,
            Footer footer) {}

    record Backlog(List<BacklogView.Row> rows, Footer footer) {}

    record Contributions(
            String financialYear,
            String basis,
            List<String> pools,
            List<ContributionsView.Row> rows,
            String total,
            boolean assumptions) {}

    /** How a part explains itself. */
    record Footer(String definition, int version, String asAt) {

        static Footer of(Figures.Definition definition, String asAt) {
            return definition == null
                    ? new Footer("", 0, Numbers.moment(asAt))
                    : new Footer(definition.text(), definition.version(), Numbers.moment(asAt));
        }
    }
}
