package uk.jointdesk.kpi.feed.domain.bulk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The references of tickets in one array of bytes: few of them are ever asked for.
 *
 * @param ends where each ends and the next begins
 */
record References(byte[] text, int[] ends) {

    static References of(List<Life> lives) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int[] ends = new int[lives.size()];
        for (int i = 0; i < ends.length; i++) {
            text.writeBytes(lives.get(i).ticket().getBytes(StandardCharsets.UTF_8));
            ends[i] = text.size();
        }
        return new References(text.toByteArray(), ends);
    }

    String of(int row) {
        int from = row == 0 ? 0 : ends[row - 1];
        return new String(text, from, ends[row] - from, StandardCharsets.UTF_8);
    }
}
