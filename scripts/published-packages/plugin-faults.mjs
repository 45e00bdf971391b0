/** Ends of the names of plugin packages, and the roles that Backstage knows them by. */
const ROLES = [
  [/-backend-module-[a-z-]+$/, 'backend-plugin-module'],
  [/-backend$/, 'backend-plugin'],
  [/-common$/, 'common-library'],
  [/-node$/, 'node-library'],
  [/-plugin-[a-z]+$/, 'frontend-plugin'],
];

/** There may be only one of each in an app. */
const APP_WIDE = ['react', 'react-dom', 'react-router', 'react-router-dom'];

/** What is wrong with a packed package.json, in words, beside those of its siblings; nothing where all is well. */
export function faultsOfPlugin(packageJson, siblings, backstageVersion) {
  const { name, backstage = {}, exports = {}, dependencies = {}, publishConfig } = packageJson;
  const role = ROLES.find(([ending]) => ending.test(name))?.[1];
  const faults = [];
  const must = (holds, fault) => holds || faults.push(fault);
  must(backstage.role === role, `backstage.role is ${backstage.role}, and the name says ${role}`);
  must(backstage.pluginId === 'flamestep', `backstage.pluginId is ${backstage.pluginId}`);
  must(backstage['supported-versions'] === backstageVersion, `backstage.supported-versions is not that of backstage.json`);
  must(publishConfig?.access === 'public', 'publishConfig.access is not public');
  must('./package.json' in exports, 'exports have no ./package.json, by which Backstage finds features');
  must(role !== 'frontend-plugin' || './alpha' in exports, 'exports have no ./alpha for the new frontend system');
  if (role === 'backend-plugin-module') {
    const backend = siblings.find((sibling) => sibling.backstage.role === 'backend-plugin')?.name;
    must(backstage.pluginPackage === backend, `backstage.pluginPackage is not ${backend}`);
  } else {
    const all = siblings.filter((sibling) => sibling.backstage.role !== 'backend-plugin-module').map((sibling) => sibling.name);
    must(isSame(backstage.pluginPackages, all), `backstage.pluginPackages are not ${all.join(', ')}`);
  }
  for (const [dependency, range] of Object.entries(dependencies)) {
    must(!APP_WIDE.includes(dependency), `${dependency} has to be a peer dependency: an app has one`);
    must(
      !dependency.startsWith('@backstage/') || range.startsWith('^'),
      `${dependency} is asked for as ${range}: an app could not share its own`,
    );
    must(!/^(file|link|workspace|portal):/.test(range), `${dependency} is asked for as ${range}`);
  }
  return faults;
}

function isSame(some = [], others) {
  return some.length === others.length && some.every((one) => others.includes(one));
}
