package uk.jointdesk.finance.intake.domain;

/** What an extract's characters are written in. */
public enum Encoding {
    UTF_8,
    WINDOWS_1252,
    /** By its byte order mark, else UTF-8 if the whole body is, else windows-1252 as spreadsheets save it. */
    DETECT
}
