package uk.jointdesk.system.fuzz;

/** One way of being wrong. */
enum Category {
    MISSING_FIELD("a required field is left out"),
    WRONG_TYPE("a value of another JSON type"),
    NULL("null where something stands"),
    NUMBER("numbers out of range, endless, or none"),
    TEXT("texts that are empty, endless, hold NUL, half a character or turn the line around"),
    SQL("values that look like SQL"),
    INJECTION("values that look like templates, lookups, paths and markup"),
    DATE("days and times of no calendar"),
    WORD("words that are in no list, or in it otherwise"),
    UNKNOWN_FIELD("a field that nobody knows"),
    DUPLICATE_KEY("a field that is named twice"),
    LARGE_ARRAY("a list of a hundred thousand"),
    DEEP_NESTING("lists in lists, ten thousand deep"),
    BROKEN_JSON("JSON that stops, or is followed by more"),
    BAD_BYTES("bytes that are no UTF-8"),
    MEDIA_TYPE("a body that says it is something else, or nothing"),
    CODING("a body that says it is packed and is not"),
    PARAMETER("numbers and days in the query that are none"),
    UNKNOWN_PARAMETER("a parameter that nobody knows"),
    DUPLICATE_PARAMETER("a parameter that is given twice"),
    LIMIT("pages of no size, or of all sizes"),
    CURSOR("a cursor that no list gave out"),
    VERSION("If-Match that is no version"),
    KEY("an Idempotency-Key of ten thousand characters"),
    ACCEPT("kinds of answers that there are not"),
    METHOD("a method that is not declared"),
    PLACE("a path in other letters, with a slash too many, encoded twice, or climbing"),
    TOKEN("no token, or one that is none");

    private final String words;

    Category(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
