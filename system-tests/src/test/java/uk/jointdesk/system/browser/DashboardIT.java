package uk.jointdesk.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.jointdesk.local.Part;
import uk.jointdesk.local.Suite;
import uk.jointdesk.system.suite.OnSuite;

/** A board member signs in and reads the dashboard, at a desk and on a phone. Needs a Chromium on the machine. */
@OnSuite
class DashboardIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @ParameterizedTest
    @CsvSource({"desktop,1280,900", "phone,390,844"})
    void the_dashboard_can_be_read_by_everybody(String name, int width, int height, Suite suite) {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM + ": the browser test is skipped");
        try (Playwright playwright = playwright();
                Browser browser = browser(playwright)) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
            signIn(page, "http://localhost:" + suite.url(Part.GATEWAY).replaceAll(".*:", "") + "/");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/dashboard-" + name + ".png")));
            String text = page.innerText("body");
            assertThat(text).contains("Green", "Red").contains("58.14", "31,619");
            assertThat(violations(page)).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("no sideways scrolling of the page")
                    .isLessThanOrEqualTo(width);
        }
    }

    private static void signIn(Page page, String url) {
        page.navigate(url);
        page.fill("#username", "board");
        page.fill("#password", "board");
        page.click("#kc-login, [type=submit]");
        page.waitForURL(address -> address.startsWith(url));
        page.waitForSelector("h1");
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map((Rule rule) -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList();
    }

    private static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setHeadless(true)
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
