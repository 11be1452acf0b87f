package uk.jointdesk.kpi.pack.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract performance notice (UK9) of the figures of a pack that are results of key performance indicators.
 *
 * @param pack the edition its figures are frozen in
 * @param digest SHA-256 of that edition
 * @param unmet what the Procurement Act 2023 asks for and the pack does not have; empty for a complete notice
 */
public record PerformanceNotice(
        String noticeType,
        Contract contract,
        LocalDate periodFrom,
        LocalDate periodTo,
        String pack,
        String digest,
        List<Result> keyPerformanceIndicators,
        List<String> unmet) {
    /** Section 52: a contract above £5 million has at least three. */
    private static final int FEWEST_INDICATORS = 3;

    /** The result of one indicator. */
    public record Result(
            String code,
            String title,
            String target,
            String result,
            Long numerator,
            Long denominator,
            Rating rating,
            String ratingWords,
            String rag,
            String definition,
            String cell) {}

    public static PerformanceNotice of(PackDocument pack, String digest) {
        List<Result> results = pack.figures()
                .filter(figure -> figure.verdict() != null && figure.verdict().kpi() != null)
                .map(figure -> result(figure, pack.contract()))
                .toList();
        return new PerformanceNotice(
                "UK9",
                pack.contract(),
                pack.heading().from(),
                pack.heading().to(),
                pack.heading().pack(),
                digest,
                results,
                unmet(pack, results));
    }

    private static Result result(Figure figure, Contract contract) {
        Rating rating = Rating.of(figure, contract.inadequateBelow());
        Verdict verdict = figure.verdict();
        return new Result(
                verdict.kpi().code(),
                verdict.kpi().title(),
                verdict.target() == null ? null : verdict.target().toPlainString(),
                figure.amount().value(),
                figure.amount().numerator(),
                figure.amount().denominator(),
                rating,
                rating.words(),
                verdict.rag(),
                figure.definition(),
                figure.id());
    }

    private static List<String> unmet(PackDocument pack, List<Result> results) {
        List<String> unmet = new ArrayList<>();
        if (results.size() < FEWEST_INDICATORS) {
            unmet.add("section 52: at least three key performance indicators");
        }
        if (pack.contract().ocid() == null) {
            unmet.add("the unique identifier (OCID) of the procurement");
        }
        LocalDate yearLater = pack.heading().from().plusMonths(12);
        if (pack.heading().to().isAfter(yearLater)) {
            unmet.add("section 71: performance is published at least once in every 12 months");
        }
        return List.copyOf(unmet);
    }
}
