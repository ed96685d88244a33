package io.newsfold.desk.web;

/** The content of a page for people; each type of page has its template. */
interface HtmlPage {
    /** Name of its template below {@code src/main/jte}, without the ending. */
    String template();
}
