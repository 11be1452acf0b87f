package uk.jointdesk.incident.intake.format;

import uk.jointdesk.incident.intake.domain.RowRefused;

/** The named values of one row, whatever it was written in. */
@FunctionalInterface
interface Fields {

    /** The text of a field, or null when the row does not have it. */
    String text(String name) throws RowRefused;

    /** The text of a field that every row must have. */
    default String required(String name) throws RowRefused {
        String text = text(name);
        if (text == null || text.isBlank()) {
            throw new RowRefused("field-missing", "is required", "/" + name);
        }
        return text;
    }

    /** The text of a field that holds at most so many characters. */
    default String atMost(int longest, String name) throws RowRefused {
        String text = text(name);
        if (text != null && text.length() > longest) {
            throw new RowRefused("field-too-long", "has more than " + longest + " characters", "/" + name);
        }
        return text;
    }

    /** A whole number in a range, or null. */
    default Integer number(String name, int least, int most) throws RowRefused {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw new RowRefused("field-invalid", "is a whole number from " + least + " to " + most, "/" + name);
    }

    /** One of some words, or null. */
    default String oneOf(String name, java.util.Collection<String> words) throws RowRefused {
        String text = text(name);
        if (text != null && !words.contains(text)) {
            throw new RowRefused("field-invalid", "is one of " + String.join(", ", words), "/" + name);
        }
        return text;
    }
}
