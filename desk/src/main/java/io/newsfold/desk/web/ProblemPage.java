package io.newsfold.desk.web;

/**
 * A problem, for people.
 *
 * @param status of HTTP
 * @param sentence why the request was not answered
 */
public record ProblemPage(int status, String sentence) implements HtmlPage {
    @Override
    public String template() {
        return "problem";
    }
}
