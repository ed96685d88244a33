package io.newsfold.ingest.web;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up names and opens sockets: all that a fetch needs of the network. */
interface NetworkAccess {
    /** All IP addresses of a host name, or the one that it spells. */
    List<InetAddress> addresses(String host) throws UnknownHostException;

    /** A new socket, not yet connected. */
    Socket socket();

    /** The real network, without any proxy that the environment may name. */
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
