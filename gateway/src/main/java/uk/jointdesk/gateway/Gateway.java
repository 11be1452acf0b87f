package uk.jointdesk.gateway;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. Netty must be told before its first connection that there is a guard of the wire. */
@QuarkusMain
public final class Gateway {

    private Gateway() {}

    public static void main(String[] arguments) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        Quarkus.run(arguments);
    }
}
