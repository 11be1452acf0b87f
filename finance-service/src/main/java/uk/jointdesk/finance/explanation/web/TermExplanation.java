package uk.jointdesk.finance.explanation.web;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uk.jointdesk.finance.apportionment.domain.Line;
import uk.jointdesk.finance.apportionment.domain.Members;
import uk.jointdesk.finance.apportionment.domain.Quota;
import uk.jointdesk.finance.apportionment.domain.SchemeRecord;
import uk.jointdesk.finance.apportionment.domain.Standing;
import uk.jointdesk.finance.apportionment.domain.TermCost;
import uk.jointdesk.finance.apportionment.domain.Weights;
import uk.jointdesk.finance.apportionment.web.PreviewAnswer.PartView;
import uk.jointdesk.finance.apportionment.web.PreviewAnswer.QuotaView;
import uk.jointdesk.finance.apportionment.web.SchemeView;
import uk.jointdesk.finance.contribution.domain.OwnAndOthers;
import uk.jointdesk.finance.driver.domain.DriverValue;
import uk.jointdesk.finance.driver.web.DriverValueView;
import uk.jointdesk.finance.money.domain.Fraction;
import uk.jointdesk.finance.money.domain.Money;
import uk.jointdesk.finance.money.web.MoneyView;
import uk.jointdesk.finance.money.web.RatioView;

/**
 * One term of a division as somebody may see it.
 *
 * @param version the version in force in the term
 * @param values what its weights were read from, as far as the reader may see them
 * @param visible whether the reader may see a partner
 */
record TermExplanation(
        TermCost term,
        SchemeRecord.Version version,
        List<DriverValue> values,
        Members members,
        Predicate<String> visible) {

    ExplanationView.TermView view() {
        return new ExplanationView.TermView(
                term.term().span().from(),
                term.term().span().to(),
                term.term().span().days(),
                MoneyView.of(term.cost()),
                RatioView.of(term.part()),
                version.version().number(),
                version.version().formula().method(),
                version.weights().drivers(version.version().formula()).stream()
                        .sorted()
                        .toList(),
                SchemeView.ReadingView.of(version.weights()),
                version.source(),
                version.assumption(),
                approvedBy(version.standing()),
                exact(term.term().weights().total()),
                shares());
    }

    private static String approvedBy(Standing standing) {
        return standing.decision() == null ? null : standing.decision().by();
    }

    private List<ExplanationView.ShareView> shares() {
        Weights billed = term.term().weights().groupedBy(members::billed);
        List<ExplanationView.ShareView> shares = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        for (Line line : term.lines()) {
            if (visible.test(line.partner())) {
                shares.add(own(line, billed));
            } else {
                others.add(line);
            }
        }
        if (!others.isEmpty()) {
            shares.add(asOne(others, billed));
        }
        return shares;
    }

    private ExplanationView.ShareView own(Line line, Weights billed) {
        List<PartView> within = line.within().stream().map(PartView::of).toList();
        List<DriverValueView> read = values.stream()
                .filter(value -> members.billed(value.partner()).equals(line.partner()))
                .map(DriverValueView::of)
                .toList();
        return new ExplanationView.ShareView(
                line.partner(),
                exact(billed.of(line.partner())),
                RatioView.of(line.fraction()),
                QuotaView.of(Quota.of(term.cost(), line.fraction(), line.amount())),
                MoneyView.of(line.amount()),
                read,
                within.isEmpty() ? null : within);
    }

    private static ExplanationView.ShareView asOne(List<Line> others, Weights billed) {
        Fraction weight = others.stream().map(line -> billed.of(line.partner())).reduce(Fraction.ZERO, Fraction::plus);
        Fraction fraction = others.stream().map(Line::fraction).reduce(Fraction.ZERO, Fraction::plus);
        Money amount = Money.sum(others.stream().map(Line::amount).toList());
        return new ExplanationView.ShareView(
                OwnAndOthers.OTHERS, exact(weight), RatioView.of(fraction), null, MoneyView.of(amount), null, null);
    }

    private static String exact(Fraction weight) {
        return weight.denominator().equals(BigInteger.ONE) ? weight.numerator().toString() : weight.toString();
    }
}
