package io.newsfold.desk.picture;

/** There is no picture at an address, or none that is shown. */
public final class NoPictureException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean mayComeLater;

    private NoPictureException(String sentence, boolean mayComeLater) {
        super(sentence, null, false, false);
        this.mayComeLater = mayComeLater;
    }

    /** @param sentence why another try would fail, too */
    static NoPictureException lasting(String sentence) {
        return new NoPictureException(sentence, false);
    }

    /** @param sentence why this try failed */
    static NoPictureException passing(String sentence) {
        return new NoPictureException(sentence, true);
    }

    /** Whether another try makes sense. */
    boolean mayComeLater() {
        return mayComeLater;
    }
}
