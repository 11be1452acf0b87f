package uk.jointdesk.incident.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownPageTest {

    private final MarkdownPage markdown = new MarkdownPage();

    @Test
    void markdown_becomes_html() {
        assertThat(markdown.fragment("# Try this\n\n1. **Restart** it\n"))
                .isEqualTo("<h1>Try this</h1>\n<ol>\n<li><strong>Restart</strong> it</li>\n</ol>\n");
    }

    @Test
    void html_in_an_article_is_shown_and_not_run() {
        assertThat(markdown.fragment("<script>alert(1)</script>\n\na <b onclick=\"x()\">b</b>"))
                .doesNotContain("<script")
                .doesNotContain("<b")
                .contains("&lt;script&gt;");
        assertThat(markdown.page("<img src=x>", "text")).contains("<h1>&lt;img src=x&gt;</h1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "vbscript:x",
                "data:text/html,x",
                "file:///etc/passwd"
            })
    void a_link_that_runs_something_leads_nowhere(String address) {
        assertThat(markdown.fragment("[here](" + address + ")"))
                .contains("href=\"\"")
                .doesNotContain("alert");
    }

    @Test
    void a_link_to_a_page_tells_it_nothing_of_the_reader() {
        assertThat(markdown.fragment("[here](https://example.org/a)"))
                .contains("href=\"https://example.org/a\"")
                .contains("noreferrer");
    }
}
