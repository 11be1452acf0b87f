package uk.jointdesk.finance.intake.store;

/** One line of PostgreSQL's COPY text format. */
final class CopyLine {
    private final StringBuilder text;
    private boolean first = true;

    CopyLine(StringBuilder text) {
        this.text = text;
    }

    /** @param value null for NULL */
    CopyLine cell(Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    void end() {
        text.append('\n');
    }

    private void escape(String value) {
        for (int at = 0; at < value.length(); at++) {
            char character = value.charAt(at);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
