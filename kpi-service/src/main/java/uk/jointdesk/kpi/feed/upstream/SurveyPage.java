package uk.jointdesk.kpi.feed.upstream;

import java.util.List;
import uk.jointdesk.kpi.feed.domain.SurveyFact;

/** A page of the feed of surveys as incident-service writes it. */
public record SurveyPage(List<SurveyFact> items, String next) {}
