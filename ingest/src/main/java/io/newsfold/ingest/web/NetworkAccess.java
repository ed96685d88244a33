package io.newsfold.ingest.web;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;

/** Where names are looked up and connections begin: all that a fetch needs of the world outside. */
interface NetworkAccess {
    /** All addresses of a name, or the one that it spells. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** A socket that is not connected yet. */
    Socket socket();

    /** The real one, past any proxy that the environment may name. */
    static NetworkAccess direct() {
        return new NetworkAccess() {
            @Override
            public List<InetAddress> addresses(String host) throws UnknownHostException {
                return List.of(InetAddress.getAllByName(host));
            }

            @Override
            public Socket socket() {
                return new Socket(Proxy.NO_PROXY);
            }
        };
    }
}
