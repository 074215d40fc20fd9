declare module "virtual:atlaskit-themes.css";
