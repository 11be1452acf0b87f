package uk.jointdesk.incident.problem.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is behind incidents that come again.
 *
 * @param knownErrorSince when the error became known; null when it is not known or nobody says since when
 * @param partners who is affected, sorted
 * @param recordedFrom the document it was taken from, of a problem that was not opened here
 * @param openedAt null when that document does not say
 */
public record Problem(
        String reference,
        String title,
        String description,
        ProblemStatus status,
        String rootCause,
        String workaround,
        boolean knownError,
        LocalDate knownErrorSince,
        List<String> partners,
        String recordedFrom,
        Instant openedAt,
        String openedBy,
        long version) {}
