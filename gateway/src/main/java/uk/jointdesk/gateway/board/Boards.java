package uk.jointdesk.gateway.board;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import uk.jointdesk.gateway.identity.Caller;
import uk.jointdesk.gateway.partner.Partner;
import uk.jointdesk.gateway.partner.PartnerRegister;

/** Puts the page's parts together; a part whose service is down is missing, the others are there. */
@ApplicationScoped
public class Boards {

    private final FigureReader figures;
    private final PartnerRegister register;

    public Boards(FigureReader figures, PartnerRegister register) {
        this.figures = figures;
        this.register = register;
    }

    Future<Board> of(Caller reader, BoardPeriod period) {
        Future<PartnerNames> names =
                register.all(reader).otherwise(List.<Partner>of()).map(PartnerNames::new);
        Future<Part<Figures.Compliance>> byMonth = figures.complianceByMonth(reader, period);
        Future<Part<Figures.Compliance>> pooled = figures.complianceOfPeriod(reader, period, "POOLED");
        Future<Part<Figures.Compliance>> mean = figures.complianceOfPeriod(reader, period, "MEAN_OF_MONTHS");
        Future<Part<Figures.Volumes>> volumes = figures.volumesByMonth(reader, period);
        Future<Part<Figures.Backlog>> backlog = figures.backlogAtEnd(reader, period);
        Future<Part<Figures.Contributions>> contributions = figures.contributions(reader, period);
        return Future.join(List.of(names, byMonth, pooled, mean, volumes, backlog, contributions))
                .map(all -> new Board(
                        period,
                        reader.name(),
                        compliance(period, names.result(), byMonth.result(), pooled.result(), mean.result()),
                        volumes.result().map(answer -> volumes(period, names.result(), answer)),
                        backlog.result().map(answer -> backlog(names.result(), answer)),
                        contributions.result().map(answer -> contributions(names.result(), answer))));
    }

    private static Part<Board.Compliance> compliance(
            BoardPeriod period,
            PartnerNames names,
            Part<Figures.Compliance> byMonth,
            Part<Figures.Compliance> pooled,
            Part<Figures.Compliance> mean) {
        for (Part<Figures.Compliance> needed : List.of(byMonth, pooled, mean)) {
            if (!needed.isThere()) {
                return Part.missing(needed.missing());
            }
        }
        ComplianceView view = new ComplianceView(
                period,
                names,
                byMonth.value().items(),
                pooled.value().items(),
                mean.value().items());
        Figures.Compliance source = byMonth.value();
        return Part.of(new Board.Compliance(
                view.headlines(), view.tables(), Board.Footer.of(source.definition(), source.asAt())));
    }

    private static Board.Volumes volumes(BoardPeriod period, PartnerNames names, Figures.Volumes answer) {
        VolumesView view = new VolumesView(period, names, answer.items());
        List<VolumesView.Row> rows = view.rows();
        return new Board.Volumes(
                view.tiles(),
                view.months(),
                rows,
                new ResolvedChart(rows).draw(),
                Board.Footer.of(answer.definition(), answer.asAt()));
    }

    private static Board.Backlog backlog(PartnerNames names, Figures.Backlog answer) {
        return new Board.Backlog(
                new BacklogView(names, answer.items()).rows(), Board.Footer.of(answer.definition(), answer.asAt()));
    }

    private static Board.Contributions contributions(PartnerNames names, Figures.Contributions answer) {
        ContributionsView view = new ContributionsView(names, answer);
        return new Board.Contributions(
                view.financialYear(),
                view.basisInWords(),
                view.poolTitles(),
                view.rows(),
                view.total(),
                view.hasAssumptions());
    }
}
