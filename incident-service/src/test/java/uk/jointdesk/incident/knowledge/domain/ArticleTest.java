package uk.jointdesk.incident.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleTest {

    private static final Instant WRITTEN = Instant.parse("2021-06-07T09:00:00Z");
    private static final Instant LATER = Instant.parse("2021-06-08T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DRAFT,DRAFT,true", "DRAFT,PUBLISHED,true", "DRAFT,RETIRED,true",
        "PUBLISHED,DRAFT,true", "PUBLISHED,PUBLISHED,true", "PUBLISHED,RETIRED,true",
        "RETIRED,DRAFT,true", "RETIRED,PUBLISHED,false", "RETIRED,RETIRED,true"
    })
    void what_was_retired_is_a_draft_before_it_is_published_again(ArticleState from, ArticleState to, boolean may) {
        assertThat(from.mayBecome(to)).isEqualTo(may);
    }

    @Test
    void a_change_is_a_new_version_and_publishing_is_dated() {
        Article.Text text =
                new Article.Text("t", "b", List.of(), Audience.PUBLIC, List.of(), LocalDate.parse("2022-01-01"));
        Article draft = new Article(UUID.randomUUID(), text, ArticleState.DRAFT, WRITTEN, WRITTEN, "desk", null, 1);
        Article published = draft.changed(text, ArticleState.PUBLISHED, LATER, "desk");
        assertThat(published.version()).isEqualTo(2);
        assertThat(published.publishedAt()).isEqualTo(LATER);
        Article changed = published.changed(text, ArticleState.PUBLISHED, LATER.plusSeconds(60), "desk");
        assertThat(changed.publishedAt()).isEqualTo(LATER);
        assertThat(changed.createdAt()).isEqualTo(WRITTEN);
    }

    @Test
    void a_snippet_marks_what_was_found_and_escapes_the_rest() {
        Found found = new Found(
                UUID.randomUUID(),
                "t",
                ArticleState.PUBLISHED,
                Audience.PUBLIC,
                LocalDate.parse("2022-01-01"),
                1,
                "0.1",
                "<script>&\"" + Found.BEGIN + "vpn" + Found.END + "<mark>");
        assertThat(found.snippetAsHtml()).isEqualTo("&lt;script&gt;&amp;&quot;<mark>vpn</mark>&lt;mark&gt;");
    }
}
