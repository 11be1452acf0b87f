/**
 * What the suite prints for people, so that a pack of the performance and a statement of the money look, sound and
 * open the same. Plain Java; it knows nothing of packs, statements or bills.
 *
 * <p>Everything is a pure function: the same input gives the same bytes, on any day and machine. Dates and identities
 * inside a file are those of what is printed ({@link uk.jointdesk.paper.Imprint}), never those of the printing.
 *
 * <ul>
 *   <li>{@link uk.jointdesk.paper.PageTemplate}: a Qute template of one well-formed XHTML page, without script or other
 *       files. {@code screen} is what a browser gets, {@code paper} what is printed. The template sees {@code page}
 *       (your record), {@code style} (the house's style sheet; further rules go into a second {@code <style>} of the
 *       template) and {@code forPaper}; {@code {#include grid /}} writes the {@link uk.jointdesk.paper.Grid} that is
 *       called {@code table} there.
 *   <li>{@link uk.jointdesk.paper.TaggedPdf}: that page as PDF/UA-1, its font inside. The page needs a title, a
 *       {@code subject}, a language and bookmarks; a heading for each part; a caption and scopes in tables. It is A4
 *       landscape unless the template's style says {@code @page { size: A4 portrait }}.
 *   <li>{@link uk.jointdesk.paper.Chart}: lines or bars as SVG with everything in words beside it.
 *   <li>{@link uk.jointdesk.paper.Book}: a workbook, every number a number.
 *   <li>{@link uk.jointdesk.paper.TidyCsv}: RFC 4180 with a header row, whole or streamed, and nothing in it that a
 *       spreadsheet would run.
 * </ul>
 *
 * <pre>{@code
 * private static final PageTemplate TEMPLATE = PageTemplate.of(BillPage.class, "/bill/bill.html");
 *
 * byte[] html = TEMPLATE.screen(page).getBytes(UTF_8);
 * byte[] pdf = TaggedPdf.bytes(TEMPLATE.paper(page), new Imprint(bill.issuedAt(), bill.number()));
 * }</pre>
 *
 * <p>A service that uses this module inherits that {@code xml-apis} is left out: a second copy of the JDK's XML classes
 * finds no parser in a packaged service.
 */
package uk.jointdesk.paper;
