package org.plumbline.report.office;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.util.List;
import java.util.Map;
import org.plumbline.report.Block;
import org.w3c.dom.Element;

/** Draws the charts of a document where its text names them. */
record ChartDrawers(List<Block> charts) implements FSObjectDrawerFactory {

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    Block chart = charts.get(Integer.parseInt(element.getAttribute("data")));
    return new Drawer(new ChartDrawing(chart));
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getTagName().equals("object");
  }

  /** Draws one. */
  private record Drawer(ChartDrawing drawing) implements FSObjectDrawer {
    @Override
    public Map<Shape, String> drawObject(
        Element element,
        double x,
        double y,
        double width,
        double height,
        OutputDevice device,
        RenderingContext context,
        int dotsPerPixel) {
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) width / dotsPerPixel,
          (float) height / dotsPerPixel,
          graphics -> drawing.draw(graphics, width / dotsPerPixel, height / dotsPerPixel));
      return Map.of();
    }
  }
}
