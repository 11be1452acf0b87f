package uk.jointdesk.finance.chain.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.jointdesk.testkit.Draw;
import uk.jointdesk.testkit.Laws;

class ChainTest {

    @Test
    void a_journal_is_sealed_as_the_rows_that_copy_would_write() {
        SealText text = new SealText(
                Arrays.asList("id", "1", "2020-04-01", null, "back\\slash\ttab\nline"),
                List.of(Arrays.asList("1", "CASH", null), Arrays.asList("2", "VAT", "")));
        assertThat(text)
                .hasToString("id\t1\t2020-04-01\t\\N\tback\\\\slash\\ttab\\nline\n" + "1\tCASH\t\\N\n" + "2\tVAT\t\n");
    }

    @Test
    void the_first_digest_is_one_that_any_other_program_computes() {
        SealText text = new SealText(List.of("a"), List.of());
        // printf '%064d\na\n' 0 | sha256sum
        assertThat(Chain.EMPTY.with(text))
                .isEqualTo(new Chain(1, "b6c4b580b7477c4a232de59ae49cbf04a491eb2652a524026df7b1bf26bb0d99"));
    }

    @Test
    void two_different_journals_never_have_one_text() {
        Laws.forAll("unambiguous", Pair::draw, Laws.cases(), pair -> assertThat(
                        pair.one().toString().equals(pair.other().toString()))
                .isEqualTo(pair.one().equals(pair.other())));
    }

    private record Pair(SealText one, SealText other) {
        static Pair draw(Draw draw) {
            return new Pair(text(draw), text(draw));
        }

        private static SealText text(Draw draw) {
            return new SealText(
                    row(draw), draw.listOf(0, Pair::row).stream().limit(2).toList());
        }

        private static List<String> row(Draw draw) {
            List<String> row = new ArrayList<>();
            for (int i = draw.between(1, 2); i > 0; i--) {
                row.add(draw.oneOf(null, "", "\\N", "\\", "N", "\t", "\n", "\\t", "a"));
            }
            return row;
        }
    }

    @Test
    void whatever_is_changed_taken_away_or_swapped_is_the_first_that_does_not_fit() {
        Laws.forAll("tampering is found", Tampered::draw, Laws.cases(), tampered -> {
            Proof proof = new Proof();
            tampered.links().forEach(link -> proof.check(link.position(), link.journal(), link.text(), link.digest()));
            assertThat(proof.firstMisfit()).isEqualTo(tampered.expected());
        });
    }

    private record Link(long position, UUID journal, SealText text, String digest) {}

    private record Tampered(List<Link> links, Proof.Misfit expected) {
        static Tampered draw(Draw draw) {
            List<Link> links = new ArrayList<>();
            Chain chain = Chain.EMPTY;
            for (int i = draw.between(1, 1 + draw.size()); i > 0; i--) {
                SealText text = new SealText(List.of("journal " + i), List.of());
                chain = chain.with(text);
                links.add(new Link(chain.position(), new UUID(0, i), text, chain.digest()));
            }
            int at = draw.between(0, links.size() - 1);
            Link hit = links.get(at);
            return switch (draw.between(0, 3)) {
                case 0 -> new Tampered(links, null);
                case 1 -> {
                    SealText changed = new SealText(List.of("changed"), List.of());
                    links.set(at, new Link(hit.position(), hit.journal(), changed, hit.digest()));
                    yield expecting(links, hit, Proof.Reason.CHANGED);
                }
                case 2 -> {
                    links.set(at, new Link(hit.position(), hit.journal(), null, hit.digest()));
                    yield expecting(links, hit, Proof.Reason.JOURNAL_MISSING);
                }
                default -> withoutOne(links, at);
            };
        }

        private static Tampered expecting(List<Link> links, Link hit, Proof.Reason reason) {
            return new Tampered(links, new Proof.Misfit(hit.position(), hit.journal(), reason));
        }

        /** Taking away the last is seen in the head, and not within the chain. */
        private static Tampered withoutOne(List<Link> links, int at) {
            boolean last = at == links.size() - 1;
            List<Link> left = Stream.concat(
                            links.stream().limit(at), links.stream().skip(at + 1L))
                    .toList();
            return new Tampered(left, last ? null : new Proof.Misfit(at + 1L, null, Proof.Reason.SEAL_MISSING));
        }
    }
}
