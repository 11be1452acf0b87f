package uk.jointdesk.finance.statement.domain;

/** What a word of a statement means in it. */
public record Definition(String term, String text) {}
